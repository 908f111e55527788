"""What stands on the accessibility bus: the tree of the window as a screen reader sees it, and its events."""

import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

import desk  # noqa: E402

EVENTS = ("object:state-changed", "object:property-change", "object:children-changed", "object:visible-data-changed", "object:model-changed",
          "object:active-descendant-changed", "object:selection-changed", "object:text-changed", "object:announcement", "window", "focus")


class Seen:
    """One object of the tree at the time it was looked at."""

    def __init__(self, accessible, path):
        self.accessible = accessible
        self.path = path
        self.role = accessible.get_role_name()
        self.name = accessible.get_name() or ""
        self.description = accessible.get_description() or ""
        self.states = {state.value_nick for state in accessible.get_state_set().get_states()}

    def __str__(self):
        return f"{self.role} '{self.name}' in {' > '.join(self.path[-3:])}"


class Bus:
    """Listens from then on, whenever the desk is idle."""

    def __init__(self):
        Atspi.init()
        Atspi.set_timeout(5000, 15000)
        self.events = []
        self.said = []
        self.listener = Atspi.EventListener.new(self.take)
        for event in EVENTS:
            self.listener.register(event)
        desk.idle = self.listen

    @staticmethod
    def listen(seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not GLib.MainContext.default().iteration(False):
                time.sleep(0.01)

    def take(self, event):
        try:
            role = event.source.get_role()
            self.events.append((time.monotonic(), event.type, event.source.get_role_name(), event.source.get_name()))
            if event.type == "object:state-changed:showing" and event.detail1 and role == Atspi.Role.NOTIFICATION:
                event.source.clear_cache()
                self.said.append(event.source.get_name())
        except GLib.Error:
            pass  # gone since

    def application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_name() == "quarterdeck":
                # What is remembered of an object here would hide what the window says now.
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def tree(self, most=400):
        """Every object that can be seen now, parents first; at most so many children of one."""
        found = []

        def walk(accessible, path):
            try:
                seen = Seen(accessible, path)
                if path and len(path) > 1 and "showing" not in seen.states:
                    return
                found.append(seen)
                for i in range(min(most, accessible.get_child_count())):
                    child = accessible.get_child_at_index(i)
                    if child is not None:
                        walk(child, [*path, seen.name or seen.role])
            except GLib.Error:
                pass  # gone since
        application = desk.until(self.application)
        assert application, "the window is not on the accessibility bus"
        walk(application, [])
        return found

    def focused(self):
        """The object under the keyboard: the innermost one."""
        return next((one for one in reversed(self.tree()) if "focused" in one.states), None)

    def hears(self, *words, seconds=15):
        """Whether a notification with all these words was shown since the last forget()."""
        return desk.until(lambda: any(all(word in said for word in words) for said in list(self.said)), seconds)

    def forget(self):
        self.said.clear()
        self.events.clear()
