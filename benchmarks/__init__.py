"""Benchmarks: what the tests cannot state as right or wrong is measured here."""
