"""Publishing: from briefings to pages and a site."""
