"""The merchandisers' screens."""
