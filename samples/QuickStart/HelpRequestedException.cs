namespace QuickStart;

/// <summary>The user wants to read how the program is used, not to run it.</summary>
internal sealed class HelpRequestedException : Exception;
