"""Videos with planted faults, made when they are needed, and how well detectors find them."""
