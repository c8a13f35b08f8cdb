"""What is the same: one text in many reports, one happening in many claims."""
