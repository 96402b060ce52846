namespace OkSign.Client;

/// <summary>What repeating an operation means; the retry rules hang on it.</summary>
internal enum OperationClass
{
    /// <summary>Changes nothing: may be repeated after any passing failure.</summary>
    Read,

    /// <summary>Removes something: repeating it after a lost answer finds the thing gone.</summary>
    Delete,

    /// <summary>Sets something to a state that the call names: doing it twice comes to the same, so it may be repeated like a read.</summary>
    IdempotentWrite,

    /// <summary>Makes something or sends something: repeating it could do so twice.</summary>
    UnsafeWrite,
}
