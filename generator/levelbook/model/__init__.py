"""The handbook as frozen typed values, and look-ups in it; knows nothing of YAML files or pages."""
