"""Find names: by the model, by rules, by the registry, and again where they were overlooked."""
