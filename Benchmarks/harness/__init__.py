"""Starts servers, loads them with wrk, and accounts for what they used."""
