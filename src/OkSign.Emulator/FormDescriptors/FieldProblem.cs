namespace OkSign.Emulator.FormDescriptors;

/// <summary>What can be wrong with a field's value.</summary>
internal enum FieldProblem
{
    Missing,
    TooLong,
    NoCheckbox,
    NoOption,
    NoDate,
    SeveralLines,
    NoEmail,
    NoPhone,
    NoIban,
}
