namespace OkSign.Client;

/// <summary>How often the service lets an operation be called.</summary>
/// <param name="Calls">How many times within the window.</param>
/// <param name="Window">The window, which slides.</param>
internal sealed record OperationLimit(int Calls, TimeSpan Window);
