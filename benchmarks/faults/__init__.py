"""What goes wrong around a build: kills, full disks, other builds, clocks, files that change meanwhile."""
