"""`python -m dateline` is the command `dateline`."""

from dateline.cli.app import main

main()
