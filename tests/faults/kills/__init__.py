"""What tests/faults/acts breaks: one module for each source of alerts."""
