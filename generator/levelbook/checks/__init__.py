"""Rules across files: do they agree with each other?"""
