namespace OkSign.Emulator;

/// <summary>How <c>Contacts.upload</c> tells of contacts that it skipped. When it skipped none, the reason is an empty string.</summary>
public enum RejectedContacts
{
    /// <summary>The reason is an array of the skipped contacts, as they were sent.</summary>
    Array,

    /// <summary>The reason is a text that names them.</summary>
    Text,

    /// <summary>The reason is an empty string, as if nothing had been skipped.</summary>
    Untold,
}
