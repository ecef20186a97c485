"""Does the folder still hold what releases published, where they published it?"""
