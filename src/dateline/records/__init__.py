"""What things are: the frozen records that every stage reads and writes.

The records of the published contract are `msgspec` structs, so that JSON, its schema
and validation come from the types themselves. They do not say how they are found.
"""
