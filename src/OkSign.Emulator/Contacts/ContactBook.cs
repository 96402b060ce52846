namespace OkSign.Emulator.Contacts;

/// <summary>The contacts of the account, in the order in which they came.</summary>
internal sealed class ContactBook
{
    private readonly object _gate = new();
    private readonly List<Contact> _contacts = [];

    public IReadOnlyList<Contact> All()
    {
        lock (_gate)
        {
            return [.. _contacts];
        }
    }

    /// <summary>Adds contacts, or replaces those of the same e-mail address and name.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <param name="clear">Whether all others go.</param>
    public void Upload(IEnumerable<Contact> contacts, bool clear)
    {
        lock (_gate)
        {
            if (clear)
            {
                _contacts.Clear();
            }

            foreach (Contact contact in contacts)
            {
                int index = _contacts.FindIndex(known => known.Is(contact.Name, contact.Email));
                if (index < 0)
                {
                    _contacts.Add(contact);
                }
                else
                {
                    _contacts[index] = contact;
                }
            }
        }
    }

    /// <summary>Removes the contacts of these names and e-mail addresses, as far as they are there.</summary>
    public void Remove(IReadOnlyList<(string Name, string Email)> contacts)
    {
        lock (_gate)
        {
            _contacts.RemoveAll(known => contacts.Any(contact => known.Is(contact.Name, contact.Email)));
        }
    }
}
