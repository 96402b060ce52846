namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>What doing an operation twice means, by the rules of the house and not by the client's own table.</summary>
internal enum OperationClass
{
    Read,
    Delete,
    IdempotentWrite,
    UnsafeWrite,
}
