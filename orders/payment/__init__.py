"""Being paid: an in-house till in which no money moves, and Stripe Checkout."""
