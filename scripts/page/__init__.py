"""The pages of the skills: skill.yaml and pages/ and the engine's tables, put together."""
