@echo off
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "PYTHONUTF8=1"
set "SOPGEN_RUMAH=%~dp0"
if not exist "%~dp0python\python.exe" goto zip
setlocal EnableDelayedExpansion
set "SOPGEN_BARIS=!cmdcmdline!"
setlocal DisableDelayedExpansion
"%~dp0python\python.exe" -X utf8 -m sopgen menu --bangun -- %*
set "KODE=%ERRORLEVEL%"
goto tutup

:zip
echo.
echo sopgen belum diekstrak: berkas ini dijalankan dari dalam ZIP,
echo atau dipisahkan dari folder lainnya.
echo.
echo Ekstrak dahulu: klik kanan berkas ZIP, pilih "Ekstrak Semua",
echo lalu buka folder hasilnya dan jalankan berkas ini dari sana.
set "KODE=1"

:tutup
echo.
echo Tekan sembarang tombol untuk menutup jendela ini.
pause >nul
setlocal EnableDelayedExpansion
if not "!cmdcmdline:%~nx0=!"=="!cmdcmdline!" exit %KODE%
exit /b %KODE%
