"""Let ``python -m sopgen`` be the command line."""

from sopgen.cli import main

if __name__ == "__main__":
    main()
