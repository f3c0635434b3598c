"""The specification as numbered statements, and who holds each of them."""
