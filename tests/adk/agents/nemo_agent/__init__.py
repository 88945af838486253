"""The app that the hosted service calls nemo_agent, here with a script instead of a model."""
