# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of a program: its accessible tree, read over D-Bus.

The questions about all nodes of a level are asked at once and the answers awaited together: a tenth of a second for a
window, of which pyatspi, which asks one by one, needs several.
"""
from gi.repository import Gio, GLib

ATSPI = 'org.a11y.atspi.'
WINDOW = GLib.Variant('(u)', (1,))    # coordinates from the corner of the window
DEADLINE = 10000    # ms
STATES = {'active': 1, 'checked': 4, 'editable': 7, 'enabled': 8, 'expanded': 10, 'focusable': 11, 'focused': 12,
          'pressed': 20, 'selected': 23, 'sensitive': 24}


class Gone(Exception):
    """What was asked is no longer there, or the program does not answer."""


def ask(connection, questions):
    """The answers to (name, path, interface, method, arguments), unpacked; None where there is none."""
    answers = [None] * len(questions)
    open_ones = len(questions)

    def answered(source, result, i):
        nonlocal open_ones
        open_ones -= 1
        try:
            answers[i] = source.call_finish(result).unpack()
        except GLib.Error:
            pass

    for i, (name, path, interface, method, arguments) in enumerate(questions):
        connection.call(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, DEADLINE, None, answered, i)
    while open_ones:
        GLib.MainContext.default().iteration(True)
    return answers


def bus():
    """The accessibility bus, which is another than the session's."""
    if bus.connection is None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                    Gio.DBusCallFlags.NONE, DEADLINE, None).unpack()[0]
        bus.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
    return bus.connection


bus.connection = None


class Node:
    """One thing on the screen, as it was when it was read."""
    def __init__(self, name, path, depth):
        self.owner, self.path, self.depth = name, path, depth
        self.box = None    # x, y, width, height; None: no widget, as a page of a stack
        self.name = ''
        self.learned = None    # the role and the states, when they were asked for
        self.children = []

    def question(self, interface, method, arguments=None):
        return self.owner, self.path, ATSPI + interface, method, arguments

    def value_of(self, interface, name):
        arguments = GLib.Variant('(ss)', (ATSPI + interface, name))
        return self.owner, self.path, 'org.freedesktop.DBus.Properties', 'Get', arguments

    def answer(self, question):
        answer = ask(bus(), [question])[0]
        if answer is None:
            raise Gone(f'{self} does not answer to {question[3]}')
        return answer[0] if answer else None

    @property
    def role(self):
        learn([self])
        return self.learned[0]

    def has(self, state):
        learn([self])
        return bool(self.learned[1] >> STATES[state] & 1)

    def actions(self):
        """The names, in their order."""
        number = ask(bus(), [self.value_of('Action', 'NActions')])[0]
        names = [self.question('Action', 'GetName', GLib.Variant('(i)', (i,))) for i in range(number[0] if number else 0)]
        return [answer[0] for answer in ask(bus(), names) if answer]

    def act(self, name):
        self.answer(self.question('Action', 'DoAction', GLib.Variant('(i)', (self.actions().index(name),))))

    @property
    def text(self):
        """What an entry or a text view holds now."""
        length = self.answer(self.value_of('Text', 'CharacterCount'))
        return self.answer(self.question('Text', 'GetText', GLib.Variant('(ii)', (0, length))))

    @property
    def description(self):
        return self.answer(self.value_of('Accessible', 'Description'))

    def set(self, text):
        self.answer(self.question('EditableText', 'SetTextContents', GLib.Variant('(s)', (text,))))

    def set_value(self, number):
        """Of a spin button."""
        interface = ATSPI + 'Value'
        self.answer((self.owner, self.path, 'org.freedesktop.DBus.Properties', 'Set',
                     GLib.Variant('(ssv)', (interface, 'CurrentValue', GLib.Variant('d', number)))))

    def inside(self):
        """All that is in it, in the order of the tree."""
        for child in self.children:
            yield child
            yield from child.inside()

    def __str__(self):
        return f'{self.learned[0] if self.learned else "something"} “{self.name}”'


def learn(nodes):
    """Asks for what is not known of them yet."""
    new = [node for node in nodes if node.learned is None]
    answers = iter(ask(bus(), [question for node in new for question in (
        node.question('Accessible', 'GetRoleName'), node.question('Accessible', 'GetState'))]))
    for node in new:
        role, states = next(answers), next(answers)
        node.learned = (role[0], states[0][0] | states[0][1] << 32) if role and states else ('nothing', 0)


def application(pid):
    """The program of that process, or None."""
    registry = Node(ATSPI + 'Registry', '/org/a11y/atspi/accessible/root', 0)
    children = registry.answer(registry.question('Accessible', 'GetChildren'))
    pids = ask(bus(), [('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                        GLib.Variant('(s)', (name,))) for name, _ in children])
    return next((Node(*child, -1) for child, of in zip(children, pids) if of == (pid,)), None)


def follow_focus(root):
    """Keeps root.focus where the focus of a program is, from the next time that it moves."""
    def moved(_connection, _sender, path, _interface, _signal, parameters):
        if parameters.unpack()[1]:
            root.focus = path

    root.focus = None
    bus().signal_subscribe(root.owner, ATSPI + 'Event.Object', 'StateChanged', None, 'focused', Gio.DBusSignalFlags.NONE, moved)


def focused(root):
    """What has the focus, as far as it was followed; or None."""
    while GLib.MainContext.default().iteration(False):
        pass
    if root.focus is None:
        return None
    node = Node(root.owner, root.focus, 0)
    node.name = node.answer(node.value_of('Accessible', 'Name'))
    return node if node.has('focused') else None


def mapped(nodes):
    """Those that are on the screen. GTK 4.8 tells of a hidden one that it is showing, and where; but that it contains a
    point it says of a mapped one only."""
    for node, box in zip(nodes, ask(bus(), [n.question('Component', 'GetExtents', WINDOW) for n in nodes])):
        node.box = box[0] if box else None
    inside = [n.question('Component', 'Contains', GLib.Variant('(iiu)', (n.box[0] + n.box[2] // 2, n.box[1] + n.box[3] // 2, 1)))
              for n in nodes if n.box]
    contain = iter(ask(bus(), inside))
    return [n for n in nodes if not n.box or (next(contain) == (True,) and n.box[2] > 0)]


def shown(root):
    """All that is shown of a program, in the order of the tree."""
    root.children = []
    found = ask(bus(), [root.question('Accessible', 'GetChildren')])[0]
    if not found or not found[0]:
        raise Gone('the program shows nothing')
    level = [(root, Node(*child, root.depth + 1)) for child in found[0]]
    while level:
        here = set(mapped([node for _, node in level]))
        level = [(parent, node) for parent, node in level if node in here]
        answers = iter(ask(bus(), [question for _, node in level for question in (
            node.value_of('Accessible', 'Name'), node.question('Accessible', 'GetChildren'))]))
        below = []
        for parent, node in level:
            name, children = next(answers), next(answers)
            if name and children:    # else it went while it was read
                node.name = name[0]
                parent.children.append(node)
                below += [(node, Node(*child, node.depth + 1)) for child in children[0]]
        level = below
    return root.inside()
