"""Measures finished videos on the CPU, and makes copies that fit a size; a program of its own."""
