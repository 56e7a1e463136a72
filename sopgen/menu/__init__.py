"""``sopgen menu``: a numbered menu for those who do not type commands.

It asks, and runs the commands that there are: ``percakapan`` (asks and says),
``kantor`` (what lies in the folder of the offices), ``rumah`` (which folder that is,
and how it is remembered), ``meja`` (what every task has before it), a module for each
task, ``tugas`` (the tasks in the order of the menu), ``daftar`` (the menu itself) and
``seret`` (files dropped on a starter).
"""
