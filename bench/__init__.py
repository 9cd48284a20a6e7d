"""How quick Toile is, measured: `python -m bench NAME [--json]`, or `make bench` for all."""
