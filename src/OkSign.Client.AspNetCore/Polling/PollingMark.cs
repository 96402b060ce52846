namespace OkSign.Client.AspNetCore;

/// <summary>In a container whose application polls.</summary>
internal sealed class PollingMark;
