namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>A call that is ready to be made, about things that no other call is about.</summary>
/// <param name="Call">Makes the call, and reads what it gives to its end.</param>
/// <param name="Effects">Counts how many times its work shows in the service; null for a read.</param>
internal sealed record Work(Func<CellClient, CallContext, Task<object?>> Call, Func<Task<int>>? Effects = null);
