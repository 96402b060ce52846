namespace OkSign.Emulator.Dashboard;

/// <summary>How far a document of OKSign is.</summary>
internal enum DocumentProgress
{
    /// <summary>Nobody knows yet who signs what.</summary>
    WithoutDescriptor,

    /// <summary>Somebody has still to sign or to fill in something.</summary>
    Waiting,

    /// <summary>All have signed.</summary>
    Signed,

    /// <summary>Its signed copy was removed: nobody can sign it any further.</summary>
    Closed,
}
