"""Changing one thing, and looking whether it helped."""
