"""The demo catalogue: what a fresh install sells. Its values know no Django; `load` keeps them."""
