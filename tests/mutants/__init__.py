"""Rules broken on purpose: each must make a test fail."""
