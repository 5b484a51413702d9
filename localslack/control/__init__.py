"""The control interface: HTTP for the page, tests and scripts; see localslack/control.md."""
