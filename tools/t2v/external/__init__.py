"""What the service wrote: read, folded into a reply, and cleaned before anybody sees it."""
