"""Pictures about films: the contact sheet of a finished one, and the drawing of a timeline."""

from t2v_studio.pictures.sheet import contact_sheet
from t2v_studio.pictures.timeline import timeline_picture

__all__ = ["contact_sheet", "timeline_picture"]
