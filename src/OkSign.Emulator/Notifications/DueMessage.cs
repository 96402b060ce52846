using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.Notifications;

/// <summary>A message of a plan whose time has come.</summary>
/// <param name="Index">Which of the plan's notifications it is.</param>
/// <param name="Signer">Who gets it.</param>
/// <param name="Repetition">0 for the first message, then the number of the reminder.</param>
/// <param name="At">When it is sent.</param>
internal sealed record DueMessage(int Index, Signer Signer, int Repetition, DateTimeOffset At);
