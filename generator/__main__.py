"""`python -m generator` is the command `briefing`."""

if __name__ == "__main__":  # worker processes load this module too
    from generator.cli import main

    main()
