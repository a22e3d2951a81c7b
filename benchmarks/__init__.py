"""Figures on data that may not be redistributed, and on speed."""
