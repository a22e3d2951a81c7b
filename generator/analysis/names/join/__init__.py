"""Join mentions into entities: which names of an article are one."""
