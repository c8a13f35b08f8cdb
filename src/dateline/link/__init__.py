"""What is the same: claims of one happening share an event."""
