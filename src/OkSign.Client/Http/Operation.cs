namespace OkSign.Client;

/// <summary>One operation of the service. Declared beside the Refit method that mirrors it.</summary>
/// <param name="Name">The service's own name, such as <c>Document.upload</c>.</param>
/// <param name="Class">What repeating it means.</param>
internal sealed record Operation(string Name, OperationClass Class);
