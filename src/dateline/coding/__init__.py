"""Who says that who did what to whom: propositions become claims and ties."""
