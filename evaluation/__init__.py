"""Quality that may not fall: labelled sets, their scores, and the floors that a change is held to."""
