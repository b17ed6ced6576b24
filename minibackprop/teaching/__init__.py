"""Teaching: what a lesson is made of beside the code itself."""
