"""The command `levelbook ids`: gives codes to what has none and keeps the ledger of all that were ever given."""
