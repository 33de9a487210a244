run version
