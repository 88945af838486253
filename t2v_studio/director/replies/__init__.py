"""What the director says, in English and Chinese, as an agent whose user has a web page open."""
