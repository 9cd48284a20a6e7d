"""Thin views: the basket, checkout, paying, and following an order."""
